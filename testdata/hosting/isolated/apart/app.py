def handle(request):
    return "here I am"
