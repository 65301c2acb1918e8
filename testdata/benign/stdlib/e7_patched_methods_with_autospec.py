"""A method that is replaced with autospec is called with the object it belongs to."""
from unittest import mock


class Gateway:
    def charge(self, amount, currency='EUR'):
        raise RuntimeError('network')

    @staticmethod
    def rate(currency):
        return 1

    @classmethod
    def named(cls, name):
        return cls()


def pay(gateway, amount):
    return gateway.charge(amount, currency='USD')


gateway = Gateway()
with mock.patch.object(Gateway, 'charge', return_value='paid', autospec=True) as charge:
    print(pay(gateway, 3), charge.call_args.args[0] is gateway, charge.call_args.args[1:], charge.call_args.kwargs, charge.call_count)
    charge.assert_called_once_with(gateway, 3, currency='USD')
    try:
        gateway.charge()
    except TypeError as error:
        print(error)
with mock.patch.object(Gateway, 'charge', autospec=True, side_effect=lambda self, amount, **more: (type(self).__name__, amount, more)):
    print(pay(gateway, 4), Gateway.charge(gateway, 5))
with mock.patch.object(Gateway, 'rate', autospec=True, return_value=2) as rate:
    print(Gateway.rate('EUR'), gateway.rate('USD'), rate.call_args_list)
with mock.patch.object(gateway, 'charge', autospec=True, return_value=7) as charge:
    print(gateway.charge(1), charge.call_args)
with mock.patch.object(Gateway, 'charge', autospec=True) as charge:
    charge.return_value = 'later'
    charge.side_effect = [1, ValueError('second')]
    print(gateway.charge(1))
    try:
        gateway.charge(2)
    except ValueError as error:
        print(error, charge.call_count, charge.called, len(charge.mock_calls))


@mock.patch.object(Gateway, 'charge', autospec=True)
def decorated(charge):
    charge.return_value = 'in a test'
    return Gateway().charge(9), charge.call_count


print(decorated())
try:
    gateway.charge(1)
except RuntimeError as error:
    print(error)
