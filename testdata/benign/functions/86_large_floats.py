# features: floats beyond the longest integer of 64 bits: what is_integer() and round() say of them
for x in (1e15, 1e16, 2.0**53, 2.0**63, -2.0**63, -2.0**64, 1e22, 1e23, 1e100, 1e300, 0.5, 1e15+0.5, -0.0, float('inf'), float('-inf'), float('nan')):
    print(x, x.is_integer(), end=' ')
    try:
        print(round(x), int(x) == round(x))
    except (ValueError, OverflowError) as e:
        print(e)
