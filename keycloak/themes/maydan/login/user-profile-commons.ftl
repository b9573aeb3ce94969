<#import "field.ftl" as field>
<#-- What the realm knows of a person. Each attribute is a line of text; a page puts its own after one of them. -->
<#macro userProfileFormFields>
  <#local purposes = {"username": "username", "email": "email", "firstName": "given-name", "lastName": "family-name"}>
  <#list profile.attributes as attribute>
    <#if attribute.name == "locale" && realm.internationalizationEnabled>
      <input type="hidden" name="locale" value="${locale.currentLanguageTag}">
    <#else>
      <#nested "beforeField" attribute>
      <@field.input name=attribute.name label=advancedMsg(attribute.displayName!attribute.name)
          value=(attribute.value!attribute.defaultValue!"") type=(attribute.name == "email")?then("email", "text")
          autocomplete=attribute.autocomplete!purposes[attribute.name]!"off" required=attribute.required
          readOnly=attribute.readOnly/>
      <#nested "afterField" attribute>
    </#if>
  </#list>
</#macro>
