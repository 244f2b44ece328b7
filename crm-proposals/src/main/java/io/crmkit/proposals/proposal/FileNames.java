package io.crmkit.proposals.proposal;

import io.crmkit.api.proposal.Proposal;

/** What issued files are called. */
final class FileNames {

  private FileNames() {}

  /** Number and title, without the characters that some file system does not take. */
  static String of(Proposal proposal) {
    StringBuilder title = new StringBuilder();
    proposal.title().codePoints().map(c -> isSafe(c) ? c : ' ').forEach(title::appendCodePoint);
    String readable = title.toString().strip().replaceAll(" +", " ");
    return proposal.number() + (readable.isEmpty() ? "" : " " + readable) + ".docx";
  }

  private static boolean isSafe(int c) {
    return "/\\:*?\"<>|".indexOf(c) < 0
        && !Character.isISOControl(c)
        && Character.getType(c) != Character.FORMAT
        && Character.getType(c) != Character.LINE_SEPARATOR
        && Character.getType(c) != Character.PARAGRAPH_SEPARATOR
        && Character.getType(c) != Character.SURROGATE;
  }
}
