package press.tamizdat.letter.bounce;

import java.nio.charset.StandardCharsets;

/** Notices as servers write them, made up for the tests. */
final class Notices {
  static final String READER = "abcdefghijklmnopqrstuvwxyz";
  static final String ISSUE = "zyxwvutsrqponmlkjihgfedcba";
  static final String RETURN_PATH = "b-" + READER + "-1f@mail.paper.example";

  private Notices() {}

  /** A report as RFC 3464 has it, about a message that came with a return path. */
  static byte[] report(String action, String status, String diagnostic) {
    return octets(
        """
        Return-Path: <>
        From: Mail Delivery System <MAILER-DAEMON@mx.receiver.example>
        To: %1$s
        Subject: Undelivered Mail Returned to Sender
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="=_cut"

        --=_cut
        Content-Type: text/plain; charset=us-ascii

        I'm sorry to have to inform you that your message could not be delivered.

        --=_cut
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.receiver.example

        Final-Recipient: rfc822; reader@receiver.example
        Action: %2$s
        Status: %3$s
        Diagnostic-Code: smtp; %4$s

        --=_cut
        Content-Type: text/rfc822-headers

        Return-Path: <%1$s>
        Subject: The week
        Message-ID: <%5$s.%6$s@mail.paper.example>

        --=_cut--
        """
            .formatted(RETURN_PATH, action, status, diagnostic, ISSUE, READER));
  }

  /** A notice in plain words, its text within the template of a mail system. */
  static byte[] words(String text) {
    return octets(
        """
        From: MAILER-DAEMON@relay.example
        To: %s
        Subject: failure notice

        %s
        """
            .formatted(RETURN_PATH, text));
  }

  static byte[] octets(String text) {
    return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }
}
