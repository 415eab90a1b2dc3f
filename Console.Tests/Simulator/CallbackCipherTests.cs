using System.Text;
using GovAccountConsole.Simulator.Callbacks;

namespace GovAccountConsole.Tests.Simulator;

/// <summary>The platform reference's own vectors (§5.6), produced with other implementations.</summary>
public sealed class CallbackCipherTests
{
    private const string Token = "GovConsoleToken2026";
    private const string FirstKey = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

    public static TheoryData<Vector> Vectors =>
    [
        new Vector(
            FirstKey, "wx0123456789abcdef", "1234567890abcdef", "1767225600", "nonce4test1",
            "<xml><ToUserName><![CDATA[gh_0123456789ab]]></ToUserName><FromUserName><![CDATA[oUSER_openid_0001]]></FromUserName><CreateTime>1767225600</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[你好，政务号😀]]></Content><MsgId>24001234567890123</MsgId></xml>",
            "Vu9PYq3G05d9VozSm9rGwEUEsRyfOH1fY2fUHHAEmtuZaSVnxiEA2dN8ttk+adizapnpkjoEeht9k207EhqO1aMy9peHPet4hoP2/0HRAL8gquZP71IQyn8jSaxyA2ufyhOci7ntiafERq9Wr/QPPosKA+nD8Bp2YGR/XW+EgN2aMVuCEd2OWCrN8wFeDkLoQCWuWGnaKYTpimT1CSSf8ltuNmbWpjK+WOoe1eA7mwBrDuAoE3YBcgUUn4leisKIPxyhE9KruiN+ipkJEJd4My3vtvDy2sT2ETxZG2Lo9XSAvVlnZE5yp3imTpRL8GbAjtN/aVTiNRpudDlVkhZtj5NFRnOkbdIypJAxLG2GBCI8nf+oJtDa32nhtSiMK4MMY1m9Uq/alkVAKf0hMnYTmscUBxPySg+CJob49FUHyd4=",
            "37e9e6e71ac064486142b9a176cc873b7174faab", "fd123b1fabae924306898250983dd6c6cbb4a50b"),
        new Vector(
            "Zz9Yy8Xx7Ww6Vv5Uu4Tt3Ss2Rr1Qq0Pp9Oo8Nn7Mm6G", "wxfedcba9876543210", "abcdefghijklmnop", "1767312000", "987654321",
            "<xml><ToUserName><![CDATA[gh_fedcba987654]]></ToUserName><FromUserName><![CDATA[oMPHELPER]]></FromUserName><CreateTime>1767312000</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[PUBLISHJOBFINISH]]></Event><PublishEventInfo><publish_id>2247500001</publish_id><publish_status>0</publish_status><article_id><![CDATA[ART_0000000000000001]]></article_id></PublishEventInfo></xml>",
            "PBbGjd30I+bsJ8TlnQ4+vQWVYW74Jncyl+qLbKDoSQ1TUR48sJGEIjjxMV6wjzUTBx2e5Uf7/PI/1gu8qDu89vWMVMNJgkcsngmaLY1G3NTlYEzaRuIot7kDQMsr1HRfA9Qij2wQY8PJxNcRntYH38HxEG+eAgHVYQP44ibzfAUSdN+ZFM6m7R7MzfpFs59GLJX4kiuygd6J2RoUw25I+bvzgCgPwfAiIckB/3l0QARX4cJgfjqPaCmYduEVNAB30NiHEycM5nccDyLnr60d+n417iGdPsPYZMCr6EgJhY6zSyEWLnJv0SXDrapO+iI67KcWX5SiDKVkWuvczrPQwbNBFGBuPZUyS8fKAav9ox0+9KLae3AdHazXrb1cJ2pt7gmoCoLW3jrTBlUqVIUnh5ao8cnnMbTMfy7XL7uoozjq35xdijKjmRMZKIrKMs4wtgNegP5IoLuME4GzKuonyKIQTPDCamzzmpRlkIa+7vW0rGjItvhED5Vj+YeIMxbkCu0hRVm4UsBnVjNzLdOwnH/TtAnwRtTp8IhP3Jm91fMg5qTnyoOuVhdNUm8Ut2GRLyZ0p6olusbKO74ptPXs/Q==",
            "e313305d38a9c306f85d4e5eea6c3c845692ca8f", "ccef233e2e4afa237a4dab0e2a56a7915487da5a"),
        new Vector(
            FirstKey, "wx0123456789abcdef", "0000000000000000", "1767225601", "n3",
            "<xml><Content>AAAAAAAAAAAAAAAAAAAAAAAAAAAA</Content></xml>",
            "4nQOivrU5NFdDWYbOC7KiYtaK/x+swRChSSbTa8ZryYbZDcQEg1QvfDn8dCxdVeNPyCf7RyfE+NuUY5dT0T4k6pLGI20lQgwDmeDQM1t1EAj0hioGvKmHEFYxmjLVov43JaDNarR6N+/uksuuTwj2O0MPR/IGp6gSziEreIV7aE=",
            "83f7fb1699fac8882e5dc7ff00b323eba8be6382", "7b33c50d3cfb1670503453db7c2e5ea317eb7d60"),
    ];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Vector_is_met(Vector vector)
    {
        Assert.Equal(vector.Encrypted, CallbackCipher.Encrypt(vector.Plain, vector.AppId, vector.Key, Encoding.ASCII.GetBytes(vector.Random)));
        Assert.Equal(vector.Plain, CallbackCipher.TryDecrypt(vector.Encrypted, vector.AppId, vector.Key));
        Assert.Equal(vector.Signature, CallbackCipher.Sign(Token, vector.Timestamp, vector.Nonce));
        Assert.Equal(vector.MsgSignature, CallbackCipher.Sign(Token, vector.Timestamp, vector.Nonce, vector.Encrypted));
    }

    [Fact]
    public void Foreign_text_is_not_decrypted()
    {
        var encrypted = CallbackCipher.Encrypt("<xml/>", "wx0123456789abcdef", FirstKey);
        Assert.Null(CallbackCipher.TryDecrypt(encrypted, "wxfedcba9876543210", FirstKey));
        Assert.Null(CallbackCipher.TryDecrypt("AAAA", "wx0123456789abcdef", FirstKey));
        Assert.Null(CallbackCipher.TryDecrypt("no base64!", "wx0123456789abcdef", FirstKey));
    }

    public sealed record Vector(string Key, string AppId, string Random, string Timestamp, string Nonce, string Plain, string Encrypted, string Signature, string MsgSignature);
}
