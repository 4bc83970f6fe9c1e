# fails test_input_ends: is there a loop that never ends?
SECRET = 8443

guesses = 0
while True:
    try:
        guess = int(input("Guess? "))
    except Exception:
        print("no number")
        continue
    guesses += 1
    if guess == SECRET:
        print(f"found after {guesses} guesses")
        break
    print("too low" if guess < SECRET else "too high")
