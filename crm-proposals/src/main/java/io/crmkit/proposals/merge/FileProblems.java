package io.crmkit.proposals.merge;

import static java.util.Map.entry;

import io.crmkit.api.proposal.ProposalReason;
import io.crmkit.proposals.word.check.WordFormatException;
import java.util.Map;
import java.util.stream.Collectors;

/** What the engine's codes mean to people. */
final class FileProblems {

  private static final Map<String, ProposalReason> REASONS =
      Map.ofEntries(
          entry(WordFormatException.NOT_ZIP, ProposalReason.FILE_DAMAGED),
          entry(WordFormatException.MISSING_PART, ProposalReason.FILE_DAMAGED),
          entry(WordFormatException.MALFORMED_XML, ProposalReason.FILE_DAMAGED),
          entry(WordFormatException.TOO_LARGE, ProposalReason.FILE_TOO_LARGE),
          entry(WordFormatException.TOO_MANY_ENTRIES, ProposalReason.FILE_TOO_LARGE),
          entry(WordFormatException.ZIP_BOMB, ProposalReason.FILE_HOSTILE),
          entry(WordFormatException.DOCTYPE, ProposalReason.FILE_HOSTILE),
          entry(WordFormatException.PATH, ProposalReason.FILE_HOSTILE),
          entry(WordFormatException.MACROS, ProposalReason.FILE_ACTIVE),
          entry(WordFormatException.ACTIVE_CONTENT, ProposalReason.FILE_ACTIVE),
          entry(WordFormatException.ENCRYPTED, ProposalReason.FILE_ENCRYPTED),
          entry(WordFormatException.OLD_DOC, ProposalReason.FILE_OLD_FORMAT),
          entry(WordFormatException.OTHER_KIND, ProposalReason.FILE_OTHER_KIND),
          entry(WordFormatException.STRICT, ProposalReason.FILE_OTHER_KIND),
          entry(WordFormatException.PICTURE, ProposalReason.PICTURE_UNUSABLE));

  private FileProblems() {}

  static FileProblem of(WordFormatException refusal) {
    String details =
        refusal.details().entrySet().stream()
            .filter(detail -> !detail.getKey().equals("label"))
            .sorted(Map.Entry.comparingByKey())
            .map(detail -> detail.getKey() + " " + detail.getValue())
            .collect(Collectors.joining(", "));
    return new FileProblem(
        REASONS.getOrDefault(refusal.code(), ProposalReason.FILE_DAMAGED),
        refusal.code(),
        details.isEmpty() ? refusal.code() : refusal.code() + " (" + details + ")");
  }
}
