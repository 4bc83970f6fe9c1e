# fails test_found_at_once: Is there a break?
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
    guesses += 1
    if guess < SECRET:
        print("too low")
    elif guess > SECRET:
        print("too high")
    else:
        print(f"found after {guesses} guesses")
