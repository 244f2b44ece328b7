package io.crmkit.proposals.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.proposal.ProposalStatus;
import org.junit.jupiter.api.Test;

class FileNamesTest {

  @Test
  void a_title_becomes_a_name_that_every_file_system_takes() {
    var proposal = Sample.proposal(ProposalStatus.DRAFT).withTitle("A/B: ../presses? \u202e 方案 ");

    assertThat(FileNames.of(proposal)).isEqualTo("P-000001 A B .. presses 方案.docx");
  }
}
