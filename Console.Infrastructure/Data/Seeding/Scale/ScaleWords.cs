namespace GovAccountConsole.Infrastructure.Data.Seeding.Scale;

/// <summary>Plain-language fictional Chinese for load tests, with words of known frequency to search for.</summary>
public static class ScaleWords
{
    /// <summary>A two-character word in about 18 of 100 titles.</summary>
    public const string Frequent = "通知";

    /// <summary>A two-character word in about 60 of 1,000,000 titles.</summary>
    public const string Rare = "蜱虫";

    /// <summary>A two-character word in no title.</summary>
    public const string Absent = "飞碟";

    internal const int RareOneIn = 16_000;

    private static readonly string[] Kinds = ["提示", "问答", "公告", "提醒", "解读", "指南", "情况通报", "一图读懂", "便民信息"];

    private static readonly string[] Towns =
    [
        "滨江", "城南", "城北", "河东", "河西", "青石", "白马", "新桥", "老街", "云台", "凤山", "龙潭", "柳林", "东湖", "西郊", "高新", "长塘", "石桥", "梅园", "竹溪",
        "望江", "临港", "太平", "永安", "兴隆", "和平", "红星", "前进", "双河", "三泉", "四通", "五里", "六合", "七星", "八方", "九龙", "松岗", "枫林", "荷塘", "桃源",
    ];

    private static readonly string[] Topics =
    [
        "电动自行车上牌", "秋冬季流感疫苗接种", "中小学入学报名", "老旧小区加装电梯", "社保卡换领", "居住证办理", "反电信诈骗", "道路临时管制", "公交线路调整", "停水检修",
        "医保异地结算", "残疾人证办理", "不动产登记", "企业年报", "个税汇算清缴", "森林防火", "河道清淤", "暴雨防范", "高温津贴", "欠薪维权",
        "法律援助", "公开庭审", "司法拍卖", "未成年人保护", "食品抽检", "校园周边整治", "夜间施工许可", "垃圾分类", "宠物登记", "人才公寓申请",
        "创业补贴", "图书馆开放时间", "非遗展演", "景区预约", "献血活动", "志愿者招募", "征兵报名", "档案查询", "种粮补贴", "农机年检",
    ];

    private static readonly string[] Sentences =
    [
        "带上身份证就能办，最快当天办结。", "请提前安排好出行时间，途经车辆听从现场民警指挥。", "不收取任何费用，谨防假冒。", "有疑问请拨打窗口电话咨询，工作日有人接听。",
        "老人和残疾人可以预约上门办理。", "材料不齐的，一次性告知补正内容。", "办理进度可在公众号菜单查询。", "节假日照常开放，中午不休息。",
    ];

    /// <summary>A small place within a district.</summary>
    internal static string Town(int number) => Towns[number % Towns.Length];

    /// <summary>A district's name, different for each number.</summary>
    internal static string District(int number) => $"{Towns[number % Towns.Length]}{(number >= Towns.Length ? "新" : "")}区";

    /// <summary>Title and digest of a post.</summary>
    internal static (string Title, string Digest) Headline(ref Dice dice)
    {
        var kind = dice.Roll(100) < 18 ? Frequent : dice.Pick(Kinds);
        var topic = dice.Roll(RareOneIn) == 0 ? $"{Rare}防治" : dice.Pick(Topics);
        var title = $"{dice.Pick(Towns)}{topic}{kind}（{dice.Roll(12) + 1}月）";
        return (title, dice.Pick(Sentences));
    }

    /// <summary>A short body.</summary>
    internal static string Body(ref Dice dice, string title) =>
        $"<p>{title}</p><p>{dice.Pick(Sentences)}{dice.Pick(Sentences)}</p><p>地址：{dice.Pick(Towns)}路{dice.Roll(300) + 1}号。</p>";
}
