# fails test_spaces_and_signs: so let `int` decide
SECRET = 8443

guesses = 0
while True:
    try:
        answer = input("Guess? ")
    except EOFError:
        print("gave up")
        break
    if not answer.isdecimal():
        print("no number")
        continue
    guesses += 1
    if int(answer) == SECRET:
        print(f"found after {guesses} guesses")
        break
    print("too low" if int(answer) < SECRET else "too high")
