package io.crmkit.examples.quickstart;

import io.crmkit.examples.quickstart.chapters.Chapter;
import io.crmkit.examples.quickstart.chapters.ContractCovers;
import io.crmkit.examples.quickstart.chapters.CustomerCalls;
import io.crmkit.examples.quickstart.chapters.MachineSold;
import io.crmkit.examples.quickstart.chapters.NeedArrives;
import io.crmkit.examples.quickstart.chapters.OneTimeline;
import io.crmkit.examples.quickstart.chapters.OrderToErp;
import io.crmkit.examples.quickstart.chapters.PartSwapped;
import io.crmkit.examples.quickstart.chapters.PipelineMoves;
import io.crmkit.examples.quickstart.chapters.ProposalWord;
import io.crmkit.examples.quickstart.chapters.QuoteSums;
import io.crmkit.examples.quickstart.chapters.RecallAndLateFact;
import io.crmkit.examples.quickstart.chapters.UnitsArrive;
import io.crmkit.examples.quickstart.chapters.WhoDecides;
import io.crmkit.examples.quickstart.story.Cast;
import io.crmkit.examples.quickstart.story.Narrator;
import io.crmkit.examples.quickstart.story.Scene;
import io.crmkit.examples.quickstart.story.StoryFacts;
import io.crmkit.examples.quickstart.story.Tale;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One deal from a web lead to the served machine. A function over a {@link Scene}: whether its
 * session stands alone, belongs to a group of commands or has joined a host's transaction, the same
 * is done and told.
 */
public final class Story {

  /** The steps in their order. */
  public static final List<Chapter> CHAPTERS =
      List.of(
          new NeedArrives(),
          new WhoDecides(),
          new PipelineMoves(),
          new QuoteSums(),
          new ProposalWord(),
          new OrderToErp(),
          new UnitsArrive(),
          new ContractCovers(),
          new CustomerCalls(),
          new PartSwapped(),
          new MachineSold(),
          new RecallAndLateFact(),
          new OneTimeline());

  private Story() {}

  /**
   * Tells every chapter; those whose modules are not there say so instead.
   *
   * @param out takes each line
   * @return who and what came to be
   */
  public static Cast tell(Scene scene, StoryFacts facts, Consumer<String> out) {
    return tell(CHAPTERS, scene, facts, out);
  }

  /**
   * Tells some of the chapters, as if there were no others.
   *
   * @param chapters in the order of {@link #CHAPTERS}
   * @param out takes each line
   * @return who and what came to be
   */
  public static Cast tell(
      List<Chapter> chapters, Scene scene, StoryFacts facts, Consumer<String> out) {
    Tale tale = new Tale(scene, facts, new Cast(), new Narrator(facts.formats(), out));
    for (int i = 0; i < chapters.size(); i++) {
      Chapter chapter = chapters.get(i);
      tale.tell().title(i + 1, chapter.title());
      Optional<Class<?>> missing =
          chapter.needs().stream().filter(s -> scene.session().find(s).isEmpty()).findFirst();
      if (missing.isPresent()) {
        tale.missing(missing.get());
      } else {
        chapter.tell(tale);
      }
    }
    return tale.cast();
  }
}
