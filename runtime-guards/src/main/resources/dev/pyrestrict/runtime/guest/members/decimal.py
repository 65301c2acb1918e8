# Trusted code, run when a guest first imports decimal. GraalPy has it in Python, and says a few things in other words.
def members(named):
    import _pydecimal
    import decimal
    signals = ['InvalidOperation', 'Clamped', 'DivisionByZero', 'Inexact', 'FloatOperation', 'Overflow', 'Rounded', 'Subnormal', 'Underflow']

    def names(marked):
        return ', '.join(sorted([signal.__name__ for signal, is_set in marked.items() if is_set], key=signals.index))

    def __repr__(self):
        return (f'Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, capitals={self.capitals}, '
                f'clamp={self.clamp}, flags=[{names(self.flags)}], traps=[{names(self.traps)}])')

    decimal.Context.__repr__ = __repr__
    text = decimal.Decimal.__str__

    def show_value(self):
        """As it is, also where a derived class writes itself in another way."""
        return f"Decimal('{text(self)}')"

    show_value.__name__, show_value.__qualname__ = '__repr__', 'Decimal.__repr__'
    decimal.Decimal.__repr__ = show_value
    raise_error = decimal.Context._raise_error

    def _raise_error(self, condition, explanation=None, *args):
        try:
            return raise_error(self, condition, [condition], *args)
        finally:
            # It counts with 1 what the one written in C says True of.
            signal = _pydecimal._condition_map.get(condition, condition)
            if self.flags.get(signal) == 1:
                self.flags[signal] = True

    def clear_flags(self):
        for signal in self.flags:
            self.flags[signal] = False

    def clear_traps(self):
        for signal in self.traps:
            self.traps[signal] = False

    keep_signals = decimal.Context._set_signal_dict

    def _set_signal_dict(self, name, marked):
        keep_signals(self, name, marked)
        # In place: contexts made for one step share what their context has.
        if type(marked) is dict and type(marked[decimal.Inexact]) is int:
            for signal, is_set in marked.items():
                marked[signal] = bool(is_set)

    for member in (_raise_error, clear_flags, clear_traps, _set_signal_dict):
        setattr(decimal.Context, member.__name__, member)
    in_context = decimal.localcontext

    def localcontext(ctx=None, **changes):
        for kind in ('flags', 'traps'):
            marked = changes.get(kind)
            if type(marked) is list:
                changes[kind] = {signal: signal in marked for signal in _pydecimal._signals}
        return in_context(ctx, **changes)

    return named('decimal', {'localcontext': localcontext})
