"""The limit on the digits of an integer's text."""
import sys


def attempt(convert):
    try:
        print(convert() % 1000)
    except ValueError as error:
        print(error)


def convert_all():
    print(sys.get_int_max_str_digits())
    attempt(lambda: len(str(10 ** 5000)))
    attempt(lambda: int('1' * 5000))
    attempt(lambda: len(f'{10 ** 4299}'))


convert_all()
sys.set_int_max_str_digits(20000)
convert_all()
sys.set_int_max_str_digits(0)
convert_all()
for wrong in (10, -1):
    try:
        sys.set_int_max_str_digits(wrong)
    except ValueError as error:
        print(error)
