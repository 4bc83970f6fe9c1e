# fails test_bad_input: doesn't count as a guess
SECRET = 8443

guesses = 0
while True:
    try:
        guesses += 1
        guess = int(input("Guess? "))
    except ValueError:
        print("no number")
        continue
    except EOFError:
        print("gave up")
        break
    if guess == SECRET:
        print(f"found after {guesses} guesses")
        break
    print("too low" if guess < SECRET else "too high")
