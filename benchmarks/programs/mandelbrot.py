"""Numeric: nested loops over local floats."""


def benchmark():
    size, inside = 90, 0
    for row in range(size):
        for column in range(size):
            cr, ci = 2.0 * column / size - 1.5, 2.0 * row / size - 1.0
            zr = zi = 0.0
            for _ in range(50):
                zr, zi = zr * zr - zi * zi + cr, 2.0 * zr * zi + ci
                if zr * zr + zi * zi > 4.0:
                    break
            else:
                inside += 1
    return inside
