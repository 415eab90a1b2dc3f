using System.Text.RegularExpressions;

namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>A notice says at its beginning who, when, where, what to do and which number to call (rules.md C4, action first).</summary>
internal sealed partial class NoticeFactsCheck : IPostCheck
{
    private const int Timeout = 500;
    private const int Shortest = 30;

    private static readonly (string Fact, Func<Regex> Sign)[] _facts =
        [("who", Who), ("when", When), ("where", Where), ("what", What), ("phone", Phone)];

    /// <summary>Whether an article is a notice, by its title.</summary>
    public static bool IsNotice(Article article) => Notice().IsMatch(article.Title);

    /// <inheritdoc/>
    public IEnumerable<CheckFinding> Look(CheckScene scene, ArticleText text)
    {
        if (!IsNotice(text.Article) || text.Characters < Shortest)
        {
            yield break;
        }

        var limit = scene.Profile.LimitOf(CheckLimits.LeadCharacters);
        var lead = string.Join('\n', text.Body.Where(passage => passage.Field == "body").Select(passage => passage.Text));
        lead = lead[..Math.Min(lead.Length, limit)];
        string[] missing = [.. _facts.Where(fact => !fact.Sign().IsMatch(lead)).Select(fact => fact.Fact)];
        if (missing.Length > 0)
        {
            yield return text.About("notice-facts", "body", new CheckWords(missing), limit);
        }
    }

    [GeneratedRegex("通知|通告|公告|提示|提醒|预警|停水|停电|停气|停暖|管制|封闭施工|绕行|招录|招聘|招考|报名", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Notice();

    [GeneratedRegex("局|委|办公室|中心|公司|大队|支队|法院|检察院|政府|医院|学校|街道|部门|单位|我们|居民|市民|用户|考生|家长|司机|车主|企业|商户|群众|人员|旅客|乘客|参保人|纳税人|市", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Who();

    [GeneratedRegex("[0-9０-９一二三四五六七八九十]{1,3}(?:月|日|号|点|时|:|：)|今天|今晚|明天|明晚|后天|周[一二三四五六日天]|星期|即日起|上午|下午", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex When();

    [GeneratedRegex("路|街|巷|区|县|镇|乡|村|小区|广场|桥|隧道|高速|站|大厅|窗口|学校|医院|楼|公园|中心|全市|全县|线上|网上|官网|小程序|公众号|现场|北段|南段|东段|西段", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Where();

    [GeneratedRegex("请|可以|可到|可在|需要|需在|须|不要|不得|禁止|避免|注意|拨打|办理|绕行|绕道|携带|提前|储水|关闭|登录|前往|报名|申请|改走|带上", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex What();

    [GeneratedRegex("电话|热线|(?<![0-9])(?:1[0-9]{2}|12[0-9]{3}|96[0-9]{3,4}|400[- ]?[0-9]{3}[- ]?[0-9]{4}|0[0-9]{2,3}[-－ ]?[0-9]{7,8}|[2-8][0-9]{6,7})(?![0-9])", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Phone();
}
