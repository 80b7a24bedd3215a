import PostilCore
import PostilScreen
import PostilTerminal

extension Browser {
  /// Reads keys, themes and settings anew; unasked only when one of their files was changed.
  func readSettings(isAsked: Bool, on terminal: inout Terminal) {
    let stamp = ConfigFiles(folder: configFolder).stamp
    guard isAsked || stamp != configStamp else { return }
    configStamp = stamp
    let settings = Settings(folder: configFolder)
    take(.settings(settings.configuration, settings.problems), on: &terminal)
  }

  /// Reads a theme from a file of its own, for `:theme FILE`.
  func readTheme(_ name: String, on terminal: inout Terminal) {
    do throws(Problem) {
      let (theme, problems) = try ThemeShelf(ConfigFiles(folder: worker.startFolder)).theme(name)
      take(.theme(theme, problems), on: &terminal)
    } catch {
      take(.failed(error), on: &terminal)
    }
  }
}
