package io.crmkit.proposals.merge;

import io.crmkit.api.document.DocumentId;
import io.crmkit.api.document.GeneratedDocumentSource;
import io.crmkit.api.document.content.DocumentContent;
import io.crmkit.api.error.AccessDenied;
import io.crmkit.api.error.Conflict;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.StorageFailure;
import io.crmkit.api.proposal.NodeContent;
import io.crmkit.api.proposal.ProposalReason;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.proposals.merge.WordPart.Body;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one Word file of a proposal, or says everything that stands in the way. Thread-safe. */
public final class ProposalMerger {

  private static final Logger LOG = LoggerFactory.getLogger(ProposalMerger.class);

  private final WordEngine engine;

  @Inject
  ProposalMerger(WordEngine engine) {
    this.engine = engine;
  }

  /**
   * Merges the nodes in order.
   *
   * @return the file, or every reason of every node
   */
  public MergeOutcome merge(ReadTx tx, MergeInput input) {
    if (input.nodes().isEmpty()) {
      return MergeOutcome.refused(List.of(Reason.of(ProposalReason.NOTHING_TO_MERGE)));
    }
    MergeFields fields = MergeFields.gather(tx, input);
    List<Reason> reasons = new ArrayList<>(fields.reasons());
    Gathering gathering = new Gathering(tx, input, new StoredFiles(tx.session()), reasons);
    List<WordPart> parts = new ArrayList<>();
    for (MergeNode node : input.nodes()) {
      Body body = gathering.body(node);
      parts.add(
          new WordPart(
              node.label(),
              node.depth(),
              node.heading(),
              body == null ? new Body.Nothing() : body));
    }
    MergeOutcome outcome =
        engine.merge(
            new WordJob(
                new WordJob.Facts(
                    input.proposal().title(),
                    input.proposal().owner(),
                    input.createdAt(),
                    input.proposal().language(),
                    tx.session().profile().zone()),
                fields.values(),
                parts));
    reasons.addAll(outcome.reasons());
    return reasons.isEmpty()
        ? outcome
        : MergeOutcome.refused(List.copyOf(new LinkedHashSet<>(reasons)));
  }

  /** Turns nodes into parts, and notes what cannot be had. */
  private record Gathering(ReadTx tx, MergeInput input, StoredFiles files, List<Reason> reasons) {

    @Nullable Body body(MergeNode node) {
      NodeContent content = node.content();
      if (content instanceof NodeContent.WordFile word) {
        byte[] file = file(node, word.document());
        return file == null ? null : new Body.Word(file, word.keeps());
      }
      if (content instanceof NodeContent.Picture picture) {
        byte[] file = file(node, picture.document());
        return file == null ? null : new Body.Picture(file, picture.caption());
      }
      if (content instanceof NodeContent.CrmDocument document) {
        DocumentContent made = made(node, document.record());
        return made == null ? null : new Body.Made(made);
      }
      return content instanceof NodeContent.Nothing
          ? new Body.Nothing()
          : new Body.Written(content);
    }

    private byte @Nullable [] file(MergeNode node, DocumentId id) {
      Optional<byte[]> content = files.content(id);
      if (content.isEmpty()) {
        reasons.add(ContentInspector.missing(node.label()));
        return null;
      }
      return content.get();
    }

    private @Nullable DocumentContent made(MergeNode node, EntityRef record) {
      try {
        for (GeneratedDocumentSource source : tx.contributions(GeneratedDocumentSource.POINT)) {
          Optional<DocumentContent> made =
              source.generate(tx.asShown(), record, input.proposal().language());
          if (made.isPresent()) {
            return made.get();
          }
        }
        return failed(node, record, ProposalReason.SOURCE_MISSING);
      } catch (NotFound | AccessDenied e) {
        return failed(node, record, ProposalReason.RECORD_MISSING);
      } catch (Conflict | StorageFailure e) {
        throw e; // says nothing of the record: the whole command is tried again, or fails
      } catch (RuntimeException e) {
        LOG.warn("the document of {} could not be made", record, e);
        return failed(node, record, ProposalReason.SOURCE_FAILED);
      }
    }

    private @Nullable DocumentContent failed(
        MergeNode node, EntityRef record, ProposalReason reason) {
      reasons.add(Reason.of(reason).with("node", node.label()).with("entity", record.entity()));
      return null;
    }
  }
}
