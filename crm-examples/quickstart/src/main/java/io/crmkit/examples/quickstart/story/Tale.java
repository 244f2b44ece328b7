package io.crmkit.examples.quickstart.story;

import io.crmkit.api.CrmSession;
import io.crmkit.api.error.ModuleUnavailable;
import io.crmkit.api.error.Refused;
import io.crmkit.api.value.Label;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * What a chapter is given: where it is told, what it is about, who plays in it, and a voice. Not
 * thread-safe.
 *
 * @param scene where it is told
 * @param facts what it is about
 * @param cast who plays in it
 * @param tell the voice
 */
public record Tale(Scene scene, StoryFacts facts, Cast cast, Narrator tell) {

  public CrmSession session() {
    return scene.session();
  }

  /**
   * A service of a module that may not be there; then the artifact to add is told.
   *
   * @return empty if it is not there
   */
  public <S> Optional<S> find(Class<S> service) {
    Optional<S> found = session().find(service);
    if (found.isEmpty()) {
      missing(service);
    }
    return found;
  }

  /** A service that the chapter said it needs, or that is always there. */
  public <S> S get(Class<S> service) {
    return session().get(service);
  }

  /** Tells which artifact brings the service. */
  public void missing(Class<?> service) {
    try {
      session().get(service);
    } catch (ModuleUnavailable e) {
      tell.say(
          "(not told: {0} is missing; add {1})",
          "（略去：缺少 {0}，请添加 {1}）", service.getSimpleName(), e.artifact());
    }
  }

  /** Moves the clock to a day of the story, counted from 0, and a time of day there. */
  public Instant at(int day, String time) {
    Instant moment =
        facts.day(day).atTime(LocalTime.parse(time)).atZone(facts.profile().zone()).toInstant();
    scene.clock().moveTo(moment);
    return moment;
  }

  /** A date of the story. */
  public LocalDate day(int day) {
    return facts.day(day);
  }

  /** One of two texts, in the language of the story. */
  public String text(String english, String chinese) {
    return new Label(english, chinese).in(facts.profile().language());
  }

  /** A label in the language of the story. */
  public String text(Label label) {
    return label.in(facts.profile().language());
  }

  /**
   * Does what must be refused, and tells the reasons.
   *
   * @throws IllegalStateException if it is not refused: then the story is wrong
   */
  public void refused(Runnable work) {
    try {
      work.run();
    } catch (Refused e) {
      tell.refused(e.reasons());
      return;
    }
    throw new IllegalStateException("this should have been refused");
  }
}
