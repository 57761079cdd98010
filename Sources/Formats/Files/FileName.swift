/// The last part of a path, as reports and messages name a file; the path itself where it has no part.
package func fileName(of path: String) -> String {
  path.split(separator: "/").last.map(String.init) ?? path
}
