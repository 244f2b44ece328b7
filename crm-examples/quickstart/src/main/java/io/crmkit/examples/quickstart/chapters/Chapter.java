package io.crmkit.examples.quickstart.chapters;

import io.crmkit.api.value.Label;
import io.crmkit.examples.quickstart.story.Tale;
import java.util.List;

/** A step of the story. */
public interface Chapter {

  /** Its heading. */
  Label title();

  /** The services without which there is nothing to tell. */
  List<Class<?>> needs();

  /** Does it, and tells it. */
  void tell(Tale tale);
}
