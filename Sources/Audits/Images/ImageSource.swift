package import Imaging

/// The folder that holds a data set's image files, and what reports call it.
package struct ImageSource: Sendable {
  /// Last part of the path that the user named.
  package let name: String
  package let folder: ImageFolder

  package init(name: String, folder: ImageFolder) {
    self.name = name
    self.folder = folder
  }
}
