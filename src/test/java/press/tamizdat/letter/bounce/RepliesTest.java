package press.tamizdat.letter.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies of the kinds that large providers and common servers give, each in its manner. */
class RepliesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "452-4.2.2 The email account that you tried to reach is over quota. Please direct the recipient",
        "552-5.2.2 The email account that you tried to reach is over quota and inactive.",
        "550 5.2.2 STOREDRV.Deliver; mailbox full",
        "554 5.2.2 mailbox full;STOREDRV.Deliver.Exception:QuotaExceededException; Failed to process message",
        "552 5.2.2 User unknown or mailbox full",
        "450 4.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages",
        "550-5.7.1 Our system has detected that this message is likely unsolicited mail. To reduce the amount of spam",
        "550-5.7.26 This mail has been blocked because the sender is unauthenticated.",
        "421-4.7.28 Our system has detected an unusual rate of unsolicited mail originating from your IP address.",
        "550 5.7.1 Unfortunately, messages from [192.0.2.7] weren't sent. Please contact your provider since part of their network is on our block list (S3150).",
        "550 5.7.606 Access denied, banned sending IP [192.0.2.7]",
        "550 5.7.511 Access denied, banned sender",
        "451 4.7.650 The mail server [192.0.2.7] has been temporarily rate limited due to IP reputation.",
        "550 5.7.509 Access denied, sending domain does not pass DMARC verification",
        "550 5.4.300 Message expired -> 421 4.4.2 Connection dropped",
        "550 5.7.708 Service unavailable. Access denied, traffic not accepted from this IP.",
        "421 4.7.0 [TSS04] Messages from 192.0.2.7 temporarily deferred due to unexpected volume or user complaints",
        "554 5.7.9 Message not accepted for policy reasons.",
        "554 Message not allowed - [PH01] Email not accepted for policy reasons.",
        "553 5.7.1 [BL21] Connections will not be accepted from 192.0.2.7, because the ip is in Spamhaus's list",
        "554 5.7.1 Service unavailable; Client host [192.0.2.7] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.7",
        "450 4.7.1 Client host rejected: cannot find your hostname, [192.0.2.7]",
        "450 4.7.25 Client host rejected: cannot find your reverse hostname, [192.0.2.7]",
        "550 5.1.8 Sender address rejected: Domain not found",
        "450 4.1.8 <b-x@mail.paper.example>: Sender address rejected: Domain not found",
        "550 5.1.7 <b-x@mail.paper.example>: Sender address rejected: User unknown in relay recipient table",
        "550 Sender verify failed",
        "550 Verification failed for <b-x@mail.paper.example> No Such User Here Sender verify failed",
        "550-Callback setup failed while verifying <b-x@mail.paper.example>",
        "451 4.3.0 <reader@receiver.example>: Temporary lookup failure",
        "450 4.2.0 <reader@receiver.example>: Recipient address rejected: Greylisted, see http://postgrey.example/help",
        "451 Greylisting in action, please come back later",
        "450 4.1.1 <reader@receiver.example>: Recipient address rejected: unverified address: connect to mx.receiver.example: Connection timed out",
        "554 5.7.1 <reader@receiver.example>: Relay access denied",
        "550 relay not permitted",
        "550 5.7.1 Command rejected",
        "554 5.7.1 Message rejected under suspicion of SPAM; https://provider.example/support",
        "550 spam message rejected. Please visit http://provider.example",
        "552 5.3.4 Message size exceeds fixed maximum message size",
        "552 5.6.0 Message headers fail syntax check",
        "550 High probability of spam",
        "554 Transaction failed. For explanation visit https://postmaster.provider.example/",
        "550 5.7.1 This message was blocked because its content presents a potential security issue.",
        "550 5.2.1 The email account that you tried to reach is disabled.",
        "550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy",
        "550 5.7.129 RESOLVER.RST.RestrictedToRecipientsPermission; not authorized to send to recipient because the sender isn't on the recipient's list",
        "550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required",
        "550 Administrative prohibition",
        "550-rejected because 192.0.2.7 is in a black list at bl.spamcop.net",
        "550 Blocked - see https://support.proofpoint.com/dnsbl-lookup.cgi?ip=192.0.2.7",
        "550 5.4.4 [internal] error: try again later",
        "550 5.7.0 Local Policy Violation - not recognized as a valid sender",
        "554 5.1.0 Sender Denied - Please see the policy of this server",
        "550 Email blocked by SPAMHAUS - to unblock see the user's mailbox rules",
        "553 sorry, your envelope sender is in my badmailfrom list (#5.7.1)",
        "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)",
        "554 The user's mailbox has too many messages",
        "421 Too many concurrent SMTP connections",
        "550 5.4.5 Daily sending quota exceeded",
        "550 5.1.1 Mailbox temporarily unavailable, please try again later",
        "host not found, try again",
        "Host or domain name not found. Name service error for name=receiver.example type=MX: Host not found, try again",
        "451 4.4.3 DNS lookup of receiver.example failed: no such host, will retry",
        "conversation with mx.receiver.example[192.0.2.9] timed out while receiving the initial server greeting",
        "lost connection with mx.receiver.example[192.0.2.9] while sending RCPT TO",
        "mail for receiver.example loops back to myself",
      })
  void whatIsNotAboutTheAddressIsNotForGood(String reply) {
    assertThat(Judgement.of(reply, Optional.empty(), reply, true).verdict())
        .isEqualTo(Verdict.TEMPORARY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "550-5.1.1 The email account that you tried to reach does not exist. Please try double-checking the recipient's email address",
        "550 5.1.1 <reader@receiver.example>: Recipient address rejected: User unknown in virtual mailbox table",
        "550 5.1.1 <reader@receiver.example>: Email address could not be found, or was misspelled (G8)",
        "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup",
        "550 5.4.1 Recipient address rejected: Access denied. [XY.eurprd01.prod.protection.outlook.com] (in reply to RCPT TO command)",
        "550 5.5.0 Requested action not taken: mailbox unavailable (in reply to RCPT TO command)",
        "554 delivery error: dd This user doesn't have a provider.example account (reader@provider.example) [0]",
        "550 5.1.1 unknown or illegal alias: reader@receiver.example",
        "550 5.1.1 Adresse d'au moins un destinataire invalide. Invalid recipient. OFR204_416",
        "550 No such person at this address (in reply to RCPT TO command)",
        "550 No Such User Here (in reply to RCPT TO command)",
        "550 5.1.1 sorry, no mailbox here by that name.",
        "511 sorry, no mailbox here by that name (#5.1.1 - chkuser)",
        "550 5.1.2 Bad destination host 'DNS Hard Error looking up receiver.example (MX): NXDomain'",
        "Host or domain name not found. Name service error for name=receiver.example type=A: Host not found",
        "Sorry, I couldn't find any host named receiver.example. (#5.1.2)",
        "Domain receiver.example does not accept mail (nullMX)",
        "550 5.1.6 Recipient no longer on server",
        "550 5.1.1 User Unknown (in reply to RCPT TO command)",
        "550 5.1.3 The recipient address <reader@receiver> is not a valid address",
        "550 Invalid recipient (in reply to RCPT TO command)",
        "5.1.1 unknown user: \"reader\"",
        "550 5.1.1 Mailbox does not exist",
        "550 5.1.1 <reader@receiver.example> recipient does not exist here",
      })
  void whatIsGoneIsGone(String reply) {
    assertThat(Judgement.of(reply, Optional.empty(), reply, true).verdict())
        .isEqualTo(Verdict.PERMANENT);
  }
}
