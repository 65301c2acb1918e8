def first_line():
    return open('pages/lines.txt').readline()
