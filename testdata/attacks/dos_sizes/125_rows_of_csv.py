# technique: one line of millions of fields read by the module csv, one row of as many written, and one long text in quotes: each is one step of Java's
# source: own
# goal: seconds in which nothing stops the guest
# impact: dos
# dos: cpu
# needs: soft-limit
import csv


class Nothing:
    def write(self, text):
        return len(text)


line = ',' * 300_000
text = ['"a' * 200_000]
row = ['a'] * 300_000
while True:
    next(csv.reader([line]))
    csv.writer(Nothing()).writerow(row)
    csv.writer(Nothing()).writerow(text)
