package io.crmkit.proposals.merge;

import io.crmkit.api.error.Reason;
import io.crmkit.api.proposal.NodeHeading;
import io.crmkit.api.proposal.ProposalReason;
import io.crmkit.api.value.Label;
import io.crmkit.proposals.merge.WordPart.Body;
import io.crmkit.proposals.word.DocumentProperties;
import io.crmkit.proposals.word.MergePart;
import io.crmkit.proposals.word.MergeRequest;
import io.crmkit.proposals.word.PartContent;
import io.crmkit.proposals.word.WordInspector;
import io.crmkit.proposals.word.WordMerger;
import io.crmkit.proposals.word.check.WordFormatException;
import io.crmkit.proposals.word.check.WordLimits;
import io.crmkit.proposals.word.fields.FieldProblem;
import io.crmkit.proposals.word.fields.UnfilledFieldsException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Word engine of this module. Stateless and thread-safe. */
final class MergingEngine implements WordEngine {

  private static final Logger LOG = LoggerFactory.getLogger(MergingEngine.class);

  private final WordMerger merger = new WordMerger();

  @Override
  public Optional<FileProblem> inspectWord(byte[] file) {
    return problem(() -> WordInspector.check(file, WordLimits.DEFAULT));
  }

  /** The engine looks at pictures when it places them: so it is asked to place this one. */
  @Override
  public Optional<FileProblem> inspectPicture(byte[] file) {
    MergeRequest alone =
        MergeRequest.of(new DocumentProperties("", "", Instant.EPOCH))
            .add(MergePart.of("", PartContent.picture(file, "")))
            .build();
    return problem(() -> merger.mergeToBytes(alone));
  }

  private static Optional<FileProblem> problem(Runnable inspection) {
    try {
      inspection.run();
      return Optional.empty();
    } catch (WordFormatException e) {
      return Optional.of(FileProblems.of(e));
    } catch (RuntimeException e) {
      LOG.warn("a file could not be inspected", e);
      return Optional.of(
          new FileProblem(
              ProposalReason.FILE_DAMAGED, "word.unexpected", "the file cannot be understood"));
    }
  }

  /**
   * Merges; when a file is refused, all files are looked into, and what is left is tried again, so
   * that the fields which cannot be filled are told in the same breath.
   */
  @Override
  public MergeOutcome merge(WordJob job) {
    List<WordPart> parts = job.parts().stream().filter(MergingEngine::isVisible).toList();
    if (parts.isEmpty()) {
      return MergeOutcome.refused(List.of(Reason.of(ProposalReason.NOTHING_TO_MERGE)));
    }
    try {
      return MergeOutcome.of(merger.mergeToBytes(request(job, parts)));
    } catch (UnfilledFieldsException e) {
      return MergeOutcome.refused(e.problems().stream().map(MergingEngine::reason).toList());
    } catch (WordFormatException e) {
      return refused(job, parts, e);
    }
  }

  private static boolean isVisible(WordPart part) {
    return part.heading().mode() == NodeHeading.Mode.SHOWN
        || !(part.body() instanceof Body.Nothing);
  }

  private MergeOutcome refused(WordJob job, List<WordPart> parts, WordFormatException first) {
    Map<WordPart, FileProblem> problems = new LinkedHashMap<>();
    parts.forEach(part -> inspect(part.body()).ifPresent(p -> problems.put(part, p)));
    List<Reason> reasons = new ArrayList<>();
    problems.forEach((part, problem) -> reasons.add(problem.of(part.label())));
    List<WordPart> sound = parts.stream().filter(part -> !problems.containsKey(part)).toList();
    if (problems.isEmpty()) {
      String label = first.details().getOrDefault("label", "");
      FileProblem cause = FileProblems.of(first);
      reasons.add(
          new FileProblem(ProposalReason.CONTENT_UNUSABLE, cause.code(), cause.explanation())
              .of(label));
    } else if (!sound.isEmpty()) {
      reasons.addAll(merge(new WordJob(job.facts(), job.fields(), sound)).reasons());
    }
    return MergeOutcome.refused(reasons);
  }

  private Optional<FileProblem> inspect(Body body) {
    if (body instanceof Body.Word word) {
      return inspectWord(word.file());
    }
    return body instanceof Body.Picture picture ? inspectPicture(picture.file()) : Optional.empty();
  }

  private static Reason reason(FieldProblem problem) {
    if (problem.reason() == FieldProblem.Reason.UNKNOWN) {
      return Reason.of(ProposalReason.FIELD_UNKNOWN)
          .with("node", problem.part())
          .with("field", problem.field())
          .with("place", problem.place());
    }
    return Reason.of(ProposalReason.FIELD_UNUSABLE)
        .with("node", problem.part())
        .with("field", problem.field())
        .with("problem", problem.reason(), word(problem.reason()))
        .with("place", problem.place());
  }

  private static Label word(FieldProblem.Reason reason) {
    return switch (reason) {
      case UNKNOWN -> new Label("no value has this name", "没有此名称的值");
      case NOT_A_LIST -> new Label("its value is not a list", "其值不是列表");
      case UNBALANCED -> new Label("its block is not closed, or not opened", "块没有闭合或没有开始");
      case TOO_MUCH -> new Label("its blocks are too deep or too many", "块嵌套过深或重复过多");
    };
  }

  private static MergeRequest request(WordJob job, List<WordPart> parts) {
    WordJob.Facts facts = job.facts();
    MergeRequest.Builder request =
        MergeRequest.of(new DocumentProperties(facts.title(), facts.author(), facts.createdAt()))
            .language(facts.language())
            .fields(new FieldValues(facts.zone(), facts.language()).resolver(job.fields()));
    for (int i = 0; i < parts.size(); i++) {
      request.add(Parts.of(parts.get(i), i == 0 ? Parts.Begin.FIRST : Parts.Begin.LATER));
    }
    return request.build();
  }
}
