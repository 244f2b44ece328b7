package io.crmkit.proposals.merge;

import io.crmkit.api.CrmSession;
import io.crmkit.api.document.DocumentId;
import io.crmkit.api.error.Reason;
import io.crmkit.api.proposal.NodeContent;
import io.crmkit.api.proposal.ProposalReason;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Looks into files before a node gets them. Thread-safe. */
public final class ContentInspector {

  private final WordEngine engine;

  @Inject
  ContentInspector(WordEngine engine) {
    this.engine = engine;
  }

  /**
   * Why the content cannot be used; empty if it can, or is no file.
   *
   * @param node what the reasons call the node
   */
  public List<Reason> inspect(CrmSession session, String node, NodeContent content) {
    if (content instanceof NodeContent.WordFile word) {
      return inspect(session, new File(node, word.document()), engine::inspectWord);
    }
    if (content instanceof NodeContent.Picture picture) {
      return inspect(session, new File(node, picture.document()), engine::inspectPicture);
    }
    return List.of();
  }

  private record File(String node, DocumentId document) {}

  private static List<Reason> inspect(
      CrmSession session, File file, Function<byte[], Optional<FileProblem>> inspection) {
    Optional<byte[]> content = new StoredFiles(session).content(file.document());
    if (content.isEmpty()) {
      return List.of(missing(file.node()));
    }
    return inspection.apply(content.get()).map(problem -> problem.of(file.node())).stream()
        .toList();
  }

  static Reason missing(String node) {
    return Reason.of(ProposalReason.FILE_MISSING).with("node", node);
  }
}
