using System.Xml;
using System.Xml.Linq;
using GovAccountConsole.Simulator.Callbacks;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Messages;

/// <summary>What citizens do to an account: write to it, follow it, tap its menu. Each becomes a push to the account's address.</summary>
internal sealed class Citizens(PlatformState state, CallbackSender callbacks, TimeProvider time)
{
    private const string OutOfOrder = "该公众号提供的服务出现故障，请稍后再试";

    /// <summary>A text message; returns its MsgId. Called with the account's gate held.</summary>
    public long Write(Account account, string openId, string text)
    {
        var now = time.GetUtcNow();
        var msgId = 24_000_000_000_000_000 + state.NextId();
        account.AddFollower(openId);
        account.Chat.Add(new ChatLine(now, openId, ChatSide.Citizen, text, msgId));
        var xml = PushXml.Message(account, "text", openId, now).Text("Content", text).Number("MsgId", msgId);
        callbacks.Push(account, xml, "text", openId, reply => Answer(account, openId, reply));
        return msgId;
    }

    /// <summary>subscribe, unsubscribe, SCAN, CLICK or VIEW. Called with the account's gate held.</summary>
    public void Act(Account account, string openId, string eventName, string eventKey)
    {
        var isLeaving = eventName.Equals("unsubscribe", StringComparison.OrdinalIgnoreCase);
        if (isLeaving)
        {
            account.RemoveFollower(openId);
        }
        else
        {
            account.AddFollower(openId);
        }
        var xml = PushXml.Event(account, eventName, openId, time.GetUtcNow()).Text("EventKey", eventKey);
        callbacks.Push(account, xml, eventName, openId, reply =>
        {
            if (!isLeaving)
            {
                Answer(account, openId, reply);
            }
        });
    }

    private void Answer(Account account, string openId, CallbackReply? reply)
    {
        var settings = account.Settings;
        if (string.IsNullOrEmpty(settings.CallbackUrl))
        {
            return;
        }
        var body = reply is { IsSuccess: true } ? reply.Text.Trim() : null;
        if (body is "" or "success")
        {
            return;
        }
        var text = body is null ? null : TextOf(body, settings);
        account.Chat.Add(text is null
            ? new ChatLine(time.GetUtcNow(), openId, ChatSide.Phone, OutOfOrder)
            : new ChatLine(time.GetUtcNow(), openId, ChatSide.Account, text));
    }

    // A passive reply, clear or encrypted; anything else makes the phone report a fault.
    private static string? TextOf(string body, AccountSettings settings)
    {
        var xml = TryParse(body);
        if (xml?.Element("Encrypt")?.Value is { } encrypted)
        {
            var isSigned = string.Equals(
                xml.Element("MsgSignature")?.Value,
                CallbackCipher.Sign(settings.Token ?? "", xml.Element("TimeStamp")?.Value ?? "", xml.Element("Nonce")?.Value ?? "", encrypted),
                StringComparison.Ordinal);
            xml = isSigned && settings.EncodingAesKey is { } key && CallbackCipher.TryDecrypt(encrypted, settings.AppId, key) is { } inner ? TryParse(inner) : null;
        }
        return xml?.Element("MsgType")?.Value switch
        {
            null => null,
            "text" => xml.Element("Content")?.Value,
            var type => $"[{type}]",
        };
    }

    private static XElement? TryParse(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
