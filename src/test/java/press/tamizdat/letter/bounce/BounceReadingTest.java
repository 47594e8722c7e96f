package press.tamizdat.letter.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BounceReadingTest {
  private static final Optional<About> READER = Optional.of(new About(Notices.READER, "1f"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          5.1.1  | 550 5.1.1 <reader@receiver.example> User unknown in local table | USER_UNKNOWN
          5.1.2  | Host or domain name not found. Name service error: Host not found | HOST_UNKNOWN
          5.1.6  | 550 5.1.6 recipient no longer on server                         | MOVED
          5.1.10 | 556 5.1.10 Recipient domain does not accept mail (nullMX)       | TAKES_NO_MAIL
          5.2.2  | 552 5.2.2 The email account that you tried to reach is over quota | MAILBOX_FULL
          5.2.1  | 550 5.2.1 The account of this user is disabled                  | SUSPENDED
          4.4.1  | connect to mx.receiver.example: Connection timed out            | UNREACHABLE
          4.2.0  | 450 4.2.0 <reader@receiver.example>: Greylisted, see the manual | SENDER_REFUSED
          5.7.1  | 554 5.7.1 Service unavailable; Client host blocked using zen.spamhaus.org | SENDER_REFUSED
          5.7.26 | 550-5.7.26 Unauthenticated email is not accepted due to DMARC policy | SENDER_REFUSED
          5.7.0  | 554 5.7.0 Message contains spam or unsafe links                 | CONTENT_REFUSED
          5.3.4  | 552 5.3.4 Message size exceeds fixed limit                      | CONTENT_REFUSED
          5.1.1  | 550 5.1.1 Rejected: your IP has a poor reputation               | SENDER_REFUSED
          4.1.1  | 450 4.1.1 <reader@receiver.example>: unverified address, try again later | UNREACHABLE
          5.0.0  | 550 Something that nobody has heard of                          | UNCLEAR
          """)
  void aReportIsJudgedByItsCodesAndWords(String status, String diagnostic, Reason reason) {
    assertThat(BounceReading.read(Notices.report("failed", status, diagnostic), List.of()))
        .isEqualTo(new Finding(reason, READER));
  }

  @Test
  void whatIsOnlyLateIsNotGone() {
    byte[] late = Notices.report("delayed", "5.1.1", "550 5.1.1 User unknown");

    assertThat(BounceReading.read(late, List.of()).reason().verdict()).isEqualTo(Verdict.TEMPORARY);
  }

  @Test
  void whatWasDeliveredIsNoFailure() {
    byte[] delivered = Notices.report("delivered", "2.1.5", "250 2.1.5 Ok");

    assertThat(BounceReading.read(delivered, List.of()).reason()).isEqualTo(Reason.DELIVERED);
  }

  @Test
  void aNoticeInPlainWordsCounts() {
    byte[] notice =
        Notices.words(
            """
            Hi. This is the mail program at relay.example.
            I wasn't able to deliver your message to the following addresses.

            <reader@receiver.example>:
            192.0.2.7 does not like recipient.
            Remote host said: 550 No such user here
            Giving up on 192.0.2.7.

            --- Below this line is a copy of the message.

            Subject: spam, viruses and mailbox full
            """);

    assertThat(BounceReading.read(notice, List.of()))
        .isEqualTo(new Finding(Reason.USER_UNKNOWN, READER));
  }

  @Test
  void unknownUserAfterTheMessageMayBeAFilter() {
    byte[] notice =
        Notices.words(
            """
            <reader@receiver.example>: host mx.receiver.example said:
                550 Unknown user (in reply to end of DATA command)
            """);

    assertThat(BounceReading.read(notice, List.of()).reason()).isEqualTo(Reason.UNCLEAR);
  }

  @Test
  void aRefusalBeforeTheRecipientWasNamedIsAboutTheSender() {
    byte[] notice =
        Notices.words(
            "SMTP error from remote mail server after MAIL FROM:<x@y.example>:\n"
                + "550 no such user");

    assertThat(BounceReading.read(notice, List.of()).reason()).isEqualTo(Reason.SENDER_REFUSED);
  }

  @Test
  void aComplaintIsOne() {
    byte[] complaint =
        Notices.octets(
            """
            From: abuse reports <fbl@provider.example>
            To: complaints@paper.example
            Subject: Abuse report
            Content-Type: multipart/report; report-type=feedback-report; boundary=b1

            --b1
            Content-Type: text/plain

            This is an abuse report.
            --b1
            Content-Type: message/feedback-report

            Feedback-Type: abuse
            Version: 1
            User-Agent: somebody/1.0
            --b1
            Content-Type: message/rfc822

            From: letters@paper.example
            List-Unsubscribe: <https://paper.example/forms/letter.leave?link=%sabcdefghijklmnop>

            Hello
            --b1--
            """
                .formatted(Notices.READER));

    assertThat(BounceReading.read(complaint, List.of()))
        .isEqualTo(new Finding(Reason.COMPLAINT, Optional.of(new About(Notices.READER, ""))));
  }

  @Test
  void whoSaysThatItIsNoSpamHasNotComplained() {
    byte[] report =
        Notices.octets(
            """
            From: fbl@provider.example
            Content-Type: multipart/report; boundary=b1

            --b1
            Content-Type: message/feedback-report

            Feedback-Type: not-spam
            --b1--
            """);

    assertThat(BounceReading.read(report, List.of()).reason()).isEqualTo(Reason.OTHER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Auto-Submitted: auto-replied (vacation) | Re: The week
          X-Autoreply: yes                        | Re: The week
          X-Other: nothing                        | Automatic reply: The week
          X-Other: nothing                        | =?UTF-8?Q?Abwesenheitsnotiz:_The_week?=
          """)
  void whoIsAwayIsNotGone(String field, String subject) {
    byte[] answer =
        Notices.octets(
            "From: reader@receiver.example\nTo: %s\n%s\nSubject: %s\n\nThe address is unknown: I moved.\n"
                .formatted(Notices.RETURN_PATH, field, subject));

    assertThat(BounceReading.read(answer, List.of())).isEqualTo(new Finding(Reason.AWAY, READER));
  }

  @Test
  void aReadersLetterIsNoNotice() {
    byte[] letter =
        Notices.octets(
            """
            From: A reader <reader@receiver.example>
            To: %s
            In-Reply-To: <x@paper.example>
            Subject: Re: The week

            The user unknown to you liked it. 550 5.1.1 times!
            """
                .formatted(Notices.RETURN_PATH));

    assertThat(BounceReading.read(letter, List.of()).reason()).isEqualTo(Reason.OTHER);
  }

  @Test
  void theEnvelopeNamesTheReaderWhereTheMessageDoesNot() {
    byte[] bare =
        Notices.octets("From: postmaster@x.example\nSubject: Undeliverable\n\n550 5.1.1 unknown\n");

    assertThat(BounceReading.read(bare, List.of()).about()).isEmpty();
    assertThat(BounceReading.read(bare, List.of("B-" + Notices.READER + "-1F@MAIL.paper.example")))
        .isEqualTo(new Finding(Reason.USER_UNKNOWN, READER));
  }

  @Test
  void aCutNoticeStillNamesTheReaderByTheMessageId() {
    byte[] cut =
        Notices.octets(
            """
            From: MAILER-DAEMON@x.example
            Subject: Returned mail

            550 5.1.1 unknown

            Message-ID: <%s.%s@mail.paper.example>
            """
                .formatted(Notices.ISSUE, Notices.READER));

    assertThat(BounceReading.read(cut, List.of()).about()).contains(new About(Notices.READER, ""));
  }
}
