# The line at which an error passed through the frame that caught it.
def divide(a, b):
    return a / b


try:
    total = 1
    divide(total, 0)
except ZeroDivisionError as error:
    print("line", error.__traceback__.tb_lineno)

try:
    divide(1, 1)
    raise ValueError("here")
except ValueError as error:
    print(f"{type(error).__name__} on line {error.__traceback__.tb_lineno}")
