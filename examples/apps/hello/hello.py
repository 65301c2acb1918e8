def handle(request):
    name = request.args.get("name", "world")
    return {"hello": name, "method": request.method}
