SECRET = 8443

guesses = 0
while True:
    try:
        guess = int(input("Guess? "))
    except ValueError:
        print("no number")
        continue
    except EOFError:
        print("gave up")
        break
    guesses = guesses + 1
    if guess == SECRET:
        print(f"found after {guesses} guesses")
        break
    print("too low" if guess < SECRET else "too high")
