# exit() and quit() end a program as sys.exit() does.
def leave(function, *status):
    try:
        function(*status)
    except SystemExit as error:
        return error.code


print(leave(exit), leave(exit, 3), leave(quit, "stopped"), leave(exit, None))
print("before")
exit()
print("never")
