package io.crmkit.examples.quickstart.imports;

import io.crmkit.api.CrmSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An import that was run in a test.
 *
 * @param result what it says of itself
 * @param problems how many problems it counted
 * @param used how often each alias was used
 */
public record Import(Importer.Result result, long problems, Mapping mapping, List<Long> progress) {

  /** Imports a folder, its report going into another. */
  public static Import run(CrmSession session, Path folder, Path out) throws IOException {
    Mapping mapping = Mapping.of(folder);
    List<Long> progress = new ArrayList<>();
    try (Problems problems = new Problems(out, problem -> {})) {
      Importer.Result result = new Importer(session, mapping, problems).run(folder, progress::add);
      return new Import(result, problems.count(), mapping, progress);
    }
  }
}
