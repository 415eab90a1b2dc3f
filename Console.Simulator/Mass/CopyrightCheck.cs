using GovAccountConsole.Simulator.Callbacks;

namespace GovAccountConsole.Simulator.Mass;

/// <summary>The originality check's part of a finish event: clean, or each article judged a copy of somebody else's.</summary>
internal static class CopyrightCheck
{
    private const string MustNotBeSent = "err(30002)";
    private const string JudgedReprint = "err(30003)";
    private const int Clean = 1;
    private const int NotSendable = 3;

    public static void Write(PushXml xml, MassSend send)
    {
        var isCopy = send.Outcome is MustNotBeSent or JudgedReprint;
        xml.Open("CopyrightCheckResult").Number("Count", isCopy ? send.Articles.Count : 0).Open("ResultList");
        for (var position = 1; isCopy && position <= send.Articles.Count; position++)
        {
            xml.Open("item")
                .Number("ArticleIdx", position)
                .Number("UserDeclareState", 0)
                .Number("AuditState", 2)
                .Text("OriginalArticleUrl", "https://mp.weixin.qq.com/s/original")
                .Number("OriginalArticleType", 1)
                .Number("CanReprint", send.Outcome == JudgedReprint ? 1 : 0)
                .Number("NeedReplaceContent", 1)
                .Number("NeedShowReprintSource", 1)
                .Close();
        }
        xml.Close().Number("CheckState", isCopy ? NotSendable : Clean).Close();
    }
}
