package io.crmkit.assets.asset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Hands over many in portions that one statement can name. */
public final class Portions {

  private static final int SIZE = 500;

  private Portions() {}

  public static <T> void each(Collection<T> all, Consumer<List<T>> portion) {
    List<T> list = new ArrayList<>(all);
    for (int i = 0; i < list.size(); i += SIZE) {
      portion.accept(list.subList(i, Math.min(i + SIZE, list.size())));
    }
  }
}
