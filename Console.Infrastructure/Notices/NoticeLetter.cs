using System.Net;
using System.Text;
using GovAccountConsole.Infrastructure.Mail;
using GovAccountConsole.Infrastructure.Weixin;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using MimeKit;

namespace GovAccountConsole.Infrastructure.Notices;

/// <summary>
/// Writes mails in the language of the current culture: plain text, and the same as simple HTML. A sentence and a link for each notice; no reasons,
/// no remarks, nothing of a post but its title, nothing about citizens.
/// </summary>
public sealed class NoticeLetter(
    NoticeWords words, IStringLocalizer<NoticeText> texts, IOptions<MailOptions> mail, IOptions<WeixinOptions> weixin)
{
    /// <summary>Most notices that one mail lists; the rest is counted and found in the console.</summary>
    public const int MostListed = 30;

    private const string Button = "display:inline-block;margin-top:4px;padding:5px 12px;border-radius:6px;background:#1D5FBF;color:#FFFFFF;text-decoration:none;font-size:14px;line-height:22px";

    private Uri Base => new((mail.Value.ConsoleUrl ?? weixin.Value.PublicBaseUrl).AbsoluteUri.TrimEnd('/') + "/");

    /// <summary>Writes one mail.</summary>
    /// <param name="id">Becomes the Message-ID, the same at every attempt.</param>
    /// <param name="name">Name of the person.</param>
    /// <param name="address">Where it goes.</param>
    /// <param name="notices">What it tells, newest first; at least one.</param>
    /// <param name="now">Its date.</param>
    public MimeMessage Write(Guid id, string name, string address, IReadOnlyList<NoticeRow> notices, DateTimeOffset now)
    {
        var sentences = notices.Select(notice => (Text: OneLine(words.Sentence(notice)), Link: new Uri(Base, NoticeWords.Place(notice)).AbsoluteUri)).Take(MostListed).ToList();
        var message = new MimeMessage();
        message.From.Add(MailboxAddress.Parse(mail.Value.From));
        message.To.Add(new MailboxAddress(Encoding.UTF8, OneLine(name), address));
        message.Subject = notices.Count == 1 ? sentences[0].Text : texts["Mail.Many", notices.Count, sentences[0].Text];
        message.Date = now;
        message.MessageId = FormattableString.Invariant($"{id:N}@{Base.Host}");
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Body = new BodyBuilder { TextBody = Plain(name, sentences, notices.Count), HtmlBody = Html(name, sentences, notices.Count) }.ToMessageBody();
        return message;
    }

    private static string OneLine(string text) => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));

    private static string Safe(string text) => WebUtility.HtmlEncode(text);

    private string Plain(string name, List<(string Text, string Link)> sentences, int count)
    {
        var text = new StringBuilder().AppendLine(texts["Mail.Hello", OneLine(name)]).AppendLine();
        foreach (var (sentence, link) in sentences)
        {
            text.AppendLine(sentence).AppendLine(link).AppendLine();
        }

        if (count > sentences.Count)
        {
            text.AppendLine(texts["Mail.More", count - sentences.Count]).AppendLine(new Uri(Base, "notices").AbsoluteUri).AppendLine();
        }

        return text.AppendLine("--").AppendLine(texts["Mail.Foot"]).Append(texts["Mail.Settings"]).Append(' ').AppendLine(new Uri(Base, "settings/notices").AbsoluteUri).ToString();
    }

    private string Html(string name, List<(string Text, string Link)> sentences, int count)
    {
        var html = new StringBuilder()
            .Append("<!DOCTYPE html><html><body style=\"margin:0;padding:20px;background:#F6F7F9\"><div style=\"max-width:600px;margin:0 auto;padding:20px 24px;background:#FFFFFF;border:1px solid #E3E7EC;border-radius:6px;")
            .Append("color:#1B2733;font:14px/22px 'PingFang SC','Microsoft YaHei','Segoe UI',Arial,sans-serif\"><p style=\"margin:0 0 16px\">").Append(Safe(texts["Mail.Hello", OneLine(name)])).Append("</p>");
        foreach (var (sentence, link) in sentences)
        {
            html.Append("<div style=\"margin:0;padding:12px 0;border-top:1px solid #E3E7EC\"><div style=\"font-weight:600\">").Append(Safe(sentence)).Append("</div><a href=\"").Append(Safe(link))
                .Append("\" style=\"").Append(Button).Append("\">").Append(Safe(texts["Mail.Open"])).Append("</a></div>");
        }

        if (count > sentences.Count)
        {
            html.Append("<div style=\"padding:12px 0;border-top:1px solid #E3E7EC\"><a href=\"").Append(Safe(new Uri(Base, "notices").AbsoluteUri)).Append("\" style=\"color:#1A56AE\">")
                .Append(Safe(texts["Mail.More", count - sentences.Count])).Append("</a></div>");
        }

        return html.Append("<p style=\"margin:0;padding-top:16px;border-top:1px solid #E3E7EC;color:#5E6B79;font-size:12px;line-height:18px\">").Append(Safe(texts["Mail.Foot"])).Append(" <a href=\"")
            .Append(Safe(new Uri(Base, "settings/notices").AbsoluteUri)).Append("\" style=\"color:#1A56AE\">").Append(Safe(texts["Mail.Settings"])).Append("</a></p></div></body></html>").ToString();
    }
}
