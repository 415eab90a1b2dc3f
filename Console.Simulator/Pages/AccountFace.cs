using System.Text;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Pages;

/// <summary>How an account shows itself: its square with one character, its name, its kind.</summary>
internal static class AccountFace
{
    private static readonly string[] Colours = ["#1f4fa3", "#6a3fa0", "#0b7480", "#4a55b0", "#2f7a3a", "#b03a6e", "#a8500f", "#6b6010", "#44525f", "#8a4b12", "#1d6f8c"];

    // The character that tells an account's trade, where the name has such a word.
    private static readonly (string Word, string Letter)[] Trades =
    [
        ("公安", "警"), ("警", "警"), ("法院", "法"), ("检察", "检"), ("司法", "司"), ("教育", "教"), ("卫健", "卫"), ("卫生", "卫"), ("疾控", "卫"), ("文旅", "文"),
        ("税务", "税"), ("团", "团"), ("青年", "团"), ("发布", "发"), ("应急", "急"), ("人社", "社"), ("市监", "监"), ("住建", "建"), ("交通", "交"),
    ];

    public static Markup Square(Account account, string size = "")
    {
        var name = account.Settings.Name;
        var colour = Colours[(int)(Hash(account.AppId) % (uint)Colours.Length)];
        return Markup.Of($"""<span class="face {size}" style="background:{colour}" aria-hidden="true">{LetterOf(name)}</span>""");
    }

    public static string KindOf(AccountSettings settings) => settings.Kind == AccountKind.Subscription ? "订阅号" : "服务号";

    private static string LetterOf(string name)
    {
        foreach (var (word, letter) in Trades)
        {
            if (name.Contains(word, StringComparison.Ordinal))
            {
                return letter;
            }
        }
        return name.EnumerateRunes().FirstOrDefault(new Rune('政')).ToString();
    }

    private static uint Hash(string text) => text.Aggregate(2166136261u, (hash, letter) => (hash ^ letter) * 16777619u);
}
