"""Floats that are infinite or no number, written as integers."""


def told(function):
    try:
        return function()
    except (ValueError, OverflowError, TypeError) as error:
        return f'{type(error).__name__}: {error}'


for number in float('nan'), float('inf'), -float('inf'), 1e300, -2.9, 1 << 80, True:
    for form in '%d', '%i', '%u', '%5.1d', '%+d':
        print(form, told(lambda: form % number), told(lambda: form.encode() % (number,)), told(lambda: ('%s ' + form) % ('a', number)))
for number in float('nan'), float('inf'), -float('inf'), 2.0:
    for form in '%x', '%o', '%c':
        print(form, told(lambda: form % number))
    print(f'{number:5.1f} {number:e} {number:g}|' + '%f %g' % (number, number))
