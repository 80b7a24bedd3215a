import ArgumentParser

@main struct Postil: ParsableCommand { func run() {} }
