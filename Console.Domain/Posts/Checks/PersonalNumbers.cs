namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>What kind of private number stands in a text.</summary>
public enum PersonalNumber
{
    /// <summary>A mobile telephone number of the mainland.</summary>
    Mobile,

    /// <summary>A resident identity card number (GB 11643) whose check digit is right.</summary>
    IdCard,

    /// <summary>A bank card number (16 to 19 digits) whose Luhn check is right.</summary>
    BankCard,

    /// <summary>A fixed-line number with its area code.</summary>
    Landline,

    /// <summary>Seven or eight digits that are a fixed-line number only when the words before say so.</summary>
    LocalLine,
}

/// <summary>A number of a person in a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">First character.</param>
/// <param name="Length">Number of characters, gaps included.</param>
public sealed record PersonalHit(PersonalNumber Kind, int Start, int Length);

/// <summary>Finds numbers of private persons before everybody reads them (个人信息保护法 art. 25). Works offline; check digits keep false alarms rare.</summary>
public static class PersonalNumbers
{
    private const int ShortestNumber = 7;
    private const int LongestNumber = 20;

    private static readonly int[] _weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Every such number of <paramref name="text"/>, in order.</summary>
    public static IEnumerable<PersonalHit> In(string text)
    {
        foreach (var run in DigitRun.In(text, ShortestNumber))
        {
            var last = run.Chunks.Count - 1;
            for (var first = 0; first < last;)
            {
                if (Longest(run, first, last) is not { } found)
                {
                    first++;
                    continue;
                }

                var start = run.PlaceOf(run.Chunks[first]);
                yield return new PersonalHit(found.Kind, start, run.PlaceOf(run.Chunks[found.Next] - 1) + 1 - start);
                first = found.Next;
            }
        }
    }

    // The longest number that begins with this group and ends with some group.
    private static (PersonalNumber Kind, int Next)? Longest(DigitRun run, int first, int last)
    {
        (PersonalNumber Kind, int Next)? found = null;
        var from = run.Chunks[first];
        for (var next = first + 1; next <= last && run.Chunks[next] - from <= LongestNumber; next++)
        {
            if (KindOf(run.Digits.AsSpan(from, run.Chunks[next] - from), run.Chunks[first + 1] - from, next - first) is { } kind
                && (found is null || kind <= found.Value.Kind))
            {
                found = (kind, next);
            }
        }

        return found;
    }

    private static PersonalNumber? KindOf(ReadOnlySpan<char> digits, int firstGroup, int groups) =>
        IsIdCard(digits) ? PersonalNumber.IdCard
        : IsMobile(digits, firstGroup, groups) ? PersonalNumber.Mobile
        : IsBankCard(digits) ? PersonalNumber.BankCard
        : IsLandline(digits, firstGroup, groups) ? PersonalNumber.Landline
        : digits.Length is 7 or 8 && digits[0] is >= '2' and <= '8' && groups <= 2 && (groups == 1 || firstGroup is 3 or 4) ? PersonalNumber.LocalLine
        : null;

    // 138 0000 1234, 1380000 1234, 138 00001234, with or without 86; not three house numbers in a row.
    private static bool IsMobile(ReadOnlySpan<char> digits, int firstGroup, int groups)
    {
        if (digits is ['8', '6', ..] && digits.Length == 13)
        {
            return IsMobile(digits[2..], firstGroup > 2 ? firstGroup - 2 : 3, groups);
        }

        return digits.Length == 11 && digits[0] == '1' && digits[1] is >= '3' and <= '9' && !digits.Contains('X')
            && (groups == 1 || firstGroup is 1 or 2 or 3 or 7);
    }

    private static bool IsLandline(ReadOnlySpan<char> digits, int firstGroup, int groups)
    {
        if (digits.Length is < 10 or > 12 || digits[0] != '0' || digits.Contains('X'))
        {
            return false;
        }

        var area = digits[1] is '1' or '2' ? 3 : 4;
        return (digits[1] == '1' ? digits[2] == '0' : digits[1] != '0') && digits.Length - area is 7 or 8 && digits[area] != '0'
            && groups <= 3 && (groups == 1 || firstGroup == area);
    }

    private static bool IsIdCard(ReadOnlySpan<char> digits)
    {
        if (digits.Length != 18 || digits[0] is < '1' or > '8' || digits[..17].Contains('X'))
        {
            return false;
        }

        var century = digits.Slice(6, 2);
        var month = ((digits[10] - '0') * 10) + digits[11] - '0';
        var day = ((digits[12] - '0') * 10) + digits[13] - '0';
        if (century is not ("18" or "19" or "20") || month is < 1 or > 12 || day is < 1 or > 31)
        {
            return false;
        }

        var sum = 0;
        for (var index = 0; index < _weights.Length; index++)
        {
            sum += _weights[index] * (digits[index] - '0');
        }

        return "10X98765432"[sum % 11] == digits[17];
    }

    private static bool IsBankCard(ReadOnlySpan<char> digits)
    {
        if (digits.Length is < 16 or > 19 || digits[0] is not ('3' or '4' or '5' or '6') || digits.Contains('X'))
        {
            return false;
        }

        var sum = 0;
        for (var index = 0; index < digits.Length; index++)
        {
            var digit = digits[^(index + 1)] - '0';
            var doubled = index % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }

        return sum % 10 == 0;
    }
}
