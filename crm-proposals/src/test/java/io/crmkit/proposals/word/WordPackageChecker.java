package io.crmkit.proposals.word;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Document;

/**
 * Checks a Word file for what makes Word call it damaged. Shares no code with the engine: the JDK's
 * zip and DOM on one side, rules written down once more on the other.
 */
final class WordPackageChecker {

  private WordPackageChecker() {}

  /** All problems of a file; empty for a sound one. */
  static List<String> check(byte[] bytes) {
    try {
      WordPackage file = new WordPackage(bytes);
      file.parse();
      new PackageRules(file).check();
      if (!file.trees.containsKey("word/document.xml")) {
        file.problems.add("no main document");
        return file.problems;
      }
      new BodyRules(file).check();
      new StyleRules(file).check();
      new ReferenceRules(file).check();
      new UniqueIds(file).check();
      return file.problems;
    } catch (IOException e) {
      return List.of("unreadable: " + e);
    }
  }

  /** The parts of a file as trees, for tests that look inside. */
  static Document tree(byte[] bytes, String part) {
    try {
      WordPackage file = new WordPackage(bytes);
      return file.parse(part, file.entries.get(part));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Map<String, byte[]> entries(byte[] bytes) {
    try {
      return new WordPackage(bytes).entries;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
