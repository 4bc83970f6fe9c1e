SECRET = 8443

guess = int(input("Guess? "))
if guess == SECRET:
    print("found after 1 guesses")
else:
    print("wrong")
