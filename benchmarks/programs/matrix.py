"""Lists of lists: nested items."""


def multiply(a, b):
    size = len(a)
    result = [[0] * size for _ in range(size)]
    for i in range(size):
        for j in range(size):
            total = 0
            for k in range(size):
                total += a[i][k] * b[k][j]
            result[i][j] = total
    return result


def benchmark():
    a = [[(i * j) % 7 for j in range(60)] for i in range(60)]
    b = [[(i + j) % 5 for j in range(60)] for i in range(60)]
    return sum(map(sum, multiply(a, b)))
