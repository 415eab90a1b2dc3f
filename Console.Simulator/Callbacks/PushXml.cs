using System.Globalization;
using System.Text;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Callbacks;

/// <summary>Writes the XML of a push: texts in CDATA, numbers bare, no declaration, no white space.</summary>
internal sealed class PushXml
{
    /// <summary>Finish events come from the platform's helper account, not from a follower.</summary>
    public const string Helper = "oMPHELPER_mphelper_0000000000";

    private readonly StringBuilder _xml = new("<xml>");
    private readonly Stack<string> _open = new();

    public static PushXml Message(Account account, string type, string from, DateTimeOffset at) => new PushXml()
        .Text("ToUserName", account.Settings.OriginalId)
        .Text("FromUserName", from)
        .Number("CreateTime", at.ToUnixTimeSeconds())
        .Text("MsgType", type);

    public static PushXml Event(Account account, string name, string from, DateTimeOffset at) => Message(account, "event", from, at).Text("Event", name);

    public PushXml Text(string name, string value)
    {
        var safe = value.Replace("]]>", "]]]]><![CDATA[>", StringComparison.Ordinal);
        _xml.Append(CultureInfo.InvariantCulture, $"<{name}><![CDATA[{safe}]]></{name}>");
        return this;
    }

    public PushXml Number(string name, long value)
    {
        _xml.Append(CultureInfo.InvariantCulture, $"<{name}>{value}</{name}>");
        return this;
    }

    public PushXml Open(string name)
    {
        _xml.Append('<').Append(name).Append('>');
        _open.Push(name);
        return this;
    }

    public PushXml Close()
    {
        _xml.Append("</").Append(_open.Pop()).Append('>');
        return this;
    }

    public override string ToString() => _xml + "</xml>";
}
