# fails test_bad_input: ended with ValueError
# fails test_input_ends: ended with EOFError
SECRET = 8443

guesses = 0
while True:
    guess = int(input("Guess? "))
    guesses += 1
    if guess == SECRET:
        print(f"found after {guesses} guesses")
        break
    elif guess < SECRET:
        print("too low")
    else:
        print("too high")
