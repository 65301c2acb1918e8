"""time.strptime(), again and again from one place."""
import time

for text, form in (('2024-02-29 13:05:59', '%Y-%m-%d %H:%M:%S'), ('Thu Feb 29 2024', '%a %b %d %Y'), ('12:30 PM', '%I:%M %p'), ('60', '%j')):
    print(tuple(time.strptime(text, form)))
print(time.strptime('Thu Feb 29 13:05:59 2024').tm_yday)
print(time.strftime('%d.%m.%Y', time.strptime('1 Jan 99', '%d %b %y')))
for text, form in (('2024', '%m'), ('2023-02-29', '%Y-%m-%d'), ('1', '%Q'), ('1 2', '%d')):
    try:
        print(time.strptime(text, form))
    except ValueError as error:
        print(error)
try:
    time.strptime(1, '%Y')
except TypeError as error:
    print(error)
